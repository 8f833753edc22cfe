"""Decides what is measured of a language model's voice under the guard; the words it is measured with were written by hand."""
