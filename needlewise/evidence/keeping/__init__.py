"""What the one who keeps the tables needs: writing rows and cells, reading references, what is due, second readings."""
