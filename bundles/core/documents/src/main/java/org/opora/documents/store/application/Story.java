package org.opora.documents.store.application;

import org.opora.api.access.Viewer;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.documents.DocumentsModule;
import org.opora.documents.store.domain.Document;

/**
 * The lines of documents in the story of a file. The same document again replaces its line. A wall
 * at whom the document is about closes its line, and so does one at the file into which it was
 * brought, wherever the child goes with it.
 */
record Story(Timeline timeline, Messages messages) {
  static final String KIND = "document";

  /**
   * Nothing is told of a document that is closed to some of those who work with the family: the
   * story knows permissions, and no kinds of relations. It is silent about incidents, too.
   */
  void tell(Viewer viewer, Document document, String title) {
    if (!document.kind().told()) {
      return;
    }
    timeline.put(
        viewer,
        new Timeline.NewEntry(
                DocumentsModule.ID,
                KIND,
                document.id().value(),
                document.place().owner(),
                document.datedOn(),
                document.kind().besides().orElse(DocumentsModule.READ),
                document.kind().dataClass(),
                messages.title(title),
                "/documents/" + document.id())
            .about(document.place().person())
            .writtenIn(document.place().file()));
  }
}
