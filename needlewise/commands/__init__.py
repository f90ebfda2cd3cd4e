"""The commands of `needlewise`, one module each; they hand on to what the product does anyway."""
