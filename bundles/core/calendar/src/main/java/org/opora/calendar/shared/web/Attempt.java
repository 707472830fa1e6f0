package org.opora.calendar.shared.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;

/** A form does what it is for, or comes back with what stands against it. */
public final class Attempt {
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;

  private Attempt() {}

  /**
   * @param deed what is done when nothing is wrong with the form
   * @param again shows the form with its errors
   */
  public static Reply of(Form form, Supplier<Reply> deed, Function<Form, Reply> again) {
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

  /**
   * The page of a form; what comes back has not arrived anywhere, so its draft stays.
   *
   * @param form null when it is opened
   */
  public static Reply page(String template, Map<String, Object> model, Form form) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("form", form);
    Reply.Page page = Reply.page(template, all);
    return form == null ? page : page.status(form.valid() ? OK : UNPROCESSABLE).keepingDraft();
  }
}
