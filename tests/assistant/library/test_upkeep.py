from assistant.library.jobs import Jobs
from assistant.library.upkeep import extracting, reindexing, removing
from index.ingest import add
from index.store import Store
from index.vocabulary import Article

ARTICLES = [Article(f"قال الوزير {name}: «سنبدأ العمل غدًا في المشروع».", id=name) for name in ("سامي", "هدى", "رامي")]


def test_removing_counts_what_was_there(store: Store, jobs: Jobs) -> None:
    add(store, ARTICLES)
    jobs.give("remove", removing(store, ["سامي", "ليس هنا", "رامي"]))
    assert jobs.wait(30)
    (job,) = jobs.all()
    assert (job.state, job.count) == ("done", 2)
    assert [article.id for article in store.catalogue.articles()] == ["هدى"]
    assert len(store.vectors) == store.catalogue.passage_count()


def test_making_anew_leaves_everything_there(store: Store, jobs: Jobs) -> None:
    add(store, ARTICLES)
    before = store.catalogue.part_counts()
    jobs.give("reindex", reindexing(store))
    jobs.give("statements", extracting(store))
    assert jobs.wait(60)
    assert [(job.state, job.share, job.count) for job in jobs.all()] == [("done", 1.0, 3)] * 2
    assert store.catalogue.part_counts() == before and store.catalogue.setting("reindex") == ""
