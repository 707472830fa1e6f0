package org.opora.calendar.shared.web;

import java.util.HashMap;
import java.util.Map;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;

/** The page of a form, opened or come back with what stands against it. */
public final class FormPage {
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;

  private FormPage() {}

  /**
   * What comes back has not arrived anywhere, so its draft stays.
   *
   * @param form null when it is opened
   */
  public static Reply of(String template, Map<String, Object> model, Form form) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("form", form);
    Reply.Page page = Reply.page(template, all);
    return form == null ? page : page.status(form.valid() ? OK : UNPROCESSABLE).keepingDraft();
  }
}
