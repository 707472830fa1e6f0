package org.opora.documents.store.contributions;

import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.documents.DocumentIndex;
import org.opora.api.ids.CaseFileId;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.store.domain.Limits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What lies among the documents of a file, for whoever makes an index of it. */
@Component(service = DocumentIndex.class)
public final class StoreIndex implements DocumentIndex {
  private final Shelf shelf;

  @Activate
  public StoreIndex(@Reference Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Held> of(Viewer viewer, CaseFileId file) {
    return shelf.held(viewer, file, Limits.MOST_OF_A_FILE).stream()
        .map(row -> new Held(row.kind().name(), row.place().person(), row.datedOn()))
        .toList();
  }
}
