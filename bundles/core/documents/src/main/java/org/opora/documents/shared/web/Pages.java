package org.opora.documents.shared.web;

import org.opora.api.access.Subject;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.documents.DocumentsModule;
import org.opora.documents.store.domain.Place;

/** How the pages of this bundle answer a form. */
public final class Pages {
  private static final int UNPROCESSABLE = 422;

  private Pages() {}

  public static Reply.Page status(Reply.Page page, Form form) {
    return form == null || form.valid() ? page : page.status(UNPROCESSABLE);
  }

  /** Counts where a document lies, and whom it is about, as shown. */
  public static void shows(Request request, Place place) {
    request.shows(place.owner());
    if (place.person() != null) {
      request.shows(Subject.of(place.person()));
    }
  }

  public static Text text(String key, Object... arguments) {
    return Text.of(DocumentsModule.ORIGIN, key, arguments);
  }
}
