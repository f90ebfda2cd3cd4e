"""The pages the app is measured against. Each is copied to a folder of its own before it is served."""
