"""Decision values in, pictures with their text twins out."""
