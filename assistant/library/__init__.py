"""What is done to a store while it is being asked: adding, removing, making anew, one job at a time. No Gradio here."""
