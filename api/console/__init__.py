"""The hotline seat's console: a Gradio page over the same assistant."""
