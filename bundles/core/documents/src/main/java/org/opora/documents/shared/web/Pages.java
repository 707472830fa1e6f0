package org.opora.documents.shared.web;

import java.util.function.Function;
import java.util.function.Supplier;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
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

  /** A form does what it is for, or comes back with what stands against it. */
  public static Reply attempt(Form form, Supplier<Reply> deed, Function<Form, Reply> again) {
    if (form.valid()) {
      try {
        return deed.get();
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return again.apply(form);
  }

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
