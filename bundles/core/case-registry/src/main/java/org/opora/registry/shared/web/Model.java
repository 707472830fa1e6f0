package org.opora.registry.shared.web;

import java.util.HashMap;
import java.util.Map;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;

/**
 * What a template is given. Unlike {@code Map.of} it may hold nothing under a name, as a page often
 * does.
 */
public final class Model {
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;
  private final Map<String, Object> values = new HashMap<>();

  public Model with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  public Reply.Page page(String template) {
    return Reply.page(template, values);
  }

  /**
   * The page of a form; with errors it says so in its status, and everything typed stays in it. A
   * form that comes back has not arrived anywhere yet, whatever the reason: its draft stays, too.
   */
  public Reply form(String template, Form form) {
    Reply.Page page = with("form", form).page(template);
    return form == null ? page : page.status(form.valid() ? OK : UNPROCESSABLE).keepingDraft();
  }
}
