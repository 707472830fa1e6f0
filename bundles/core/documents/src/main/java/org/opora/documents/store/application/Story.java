package org.opora.documents.store.application;

import org.opora.api.access.Viewer;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.documents.DocumentsModule;
import org.opora.documents.store.domain.Document;
import org.opora.documents.store.domain.DocumentKind;

/** The lines of documents in the story of a file. The same document again replaces its line. */
record Story(Timeline timeline, Messages messages) {
  static final String KIND = "document";

  /** Of an incident nothing is told, just as the story is silent about incidents themselves. */
  void tell(Viewer viewer, Document document, String title) {
    if (document.kind() == DocumentKind.INCIDENT) {
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
            "/documents/" + document.id()));
  }
}
