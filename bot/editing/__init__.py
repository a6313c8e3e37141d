"""The content while people change it: by revisions in the store, mirrored by the files under `data/`, checked at every change."""
