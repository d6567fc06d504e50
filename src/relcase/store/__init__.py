"""Every read and write of evidence: files in, validated values and an index out."""
