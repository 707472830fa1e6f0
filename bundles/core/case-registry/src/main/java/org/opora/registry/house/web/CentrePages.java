package org.opora.registry.house.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.house.application.KeepingDesk;
import org.opora.registry.house.application.ReadingsDesk;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The settings of the centre: what they say, what they said, and what a change would change. */
final class CentrePages {
  private static final int LONG = 1000;
  private final CentreDesk desk;
  private final ReadingsDesk readings;
  private final KeepingDesk keeping;
  private final SettingsDesk numbers;

  CentrePages(CentreDesk desk, ReadingsDesk readings, KeepingDesk keeping, SettingsDesk numbers) {
    this.desk = desk;
    this.readings = readings;
    this.keeping = keeping;
    this.numbers = numbers;
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    CentreDesk.View view = desk.view(viewer);
    return new Model()
        .with("now", view.now())
        .with("fields", fields())
        .with("later", view.later())
        .with("history", view.history())
        .with("readings", readings.all(viewer))
        .with("keeping", keeping.all(viewer))
        .with("numbers", numbers.all(viewer))
        .page("house-settings");
  }

  private static List<String> fields() {
    return List.of(CentreDesk.Field.values()).stream().map(CentreDesk.Field::code).toList();
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  /** First what would change, then, confirmed, the change itself. */
  Reply change(Request request) {
    Form form = request.form();
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    Map<String, String> values = values(form);
    Map<String, String> opened = opened(request, form);
    if (form.valid() && !form.checked("back")) {
      try {
        if (!form.checked("confirmed")) {
          return preview(
              form,
              from,
              why,
              desk.preview(request.viewer(), from, opened, values),
              values,
              opened);
        }
        desk.change(request.viewer(), form.version(), from, why, opened, values);
        return Reply.to("/house/settings", Words.of("settings.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return edit(request, form);
  }

  private static Reply preview(
      Form form,
      LocalDate from,
      String why,
      List<CentreDesk.Step> steps,
      Map<String, String> values,
      Map<String, String> opened) {
    return new Model()
        .with("version", form.version())
        .with("from", from)
        .with("why", why)
        .with("steps", steps)
        .with("values", values)
        .with("opened", opened)
        .page("house-centre-preview")
        .keepingDraft();
  }

  private Reply edit(Request request, Form form) {
    CentreDesk.View view = desk.view(request.viewer());
    return new Model()
        .with("now", view.now())
        .with("opened", form == null ? view.now() : opened(request, form))
        .with("version", view.version())
        .with("fields", fields())
        .form("house-centre-form", form);
  }

  Reply askBack(Request request) {
    return askBack(request, null);
  }

  /** What was decided for a later day is taken back. */
  Reply takeBack(Request request) {
    Form form = request.form();
    String why = form.requiredLine("why");
    return form.attempt(
        () -> {
          desk.takeBack(request.viewer(), form.version(), field(request), day(request), why);
          return Reply.to("/house/settings", Words.of("settings.taken-back"));
        },
        wrong -> askBack(request, wrong));
  }

  private Reply askBack(Request request, Form form) {
    return new Model()
        .with("one", desk.later(request.viewer(), field(request), day(request)))
        .with("version", desk.view(request.viewer()).version())
        .form("house-centre-back", form);
  }

  private static String field(Request request) {
    return request.variable("field");
  }

  private static LocalDate day(Request request) {
    try {
      return LocalDate.parse(request.variable("from"));
    } catch (DateTimeParseException notOurs) {
      throw new NotFound();
    }
  }

  /** What the form showed when it was opened, so that only what was touched is changed. */
  private Map<String, String> opened(Request request, Form form) {
    if (!form.checked("opened")) {
      return desk.view(request.viewer()).now();
    }
    Map<String, String> opened = new LinkedHashMap<>();
    for (String code : fields()) {
      if (!form.raw("opened-" + code).isEmpty()) {
        opened.put(code, form.raw("opened-" + code));
      }
    }
    return opened;
  }

  private static Map<String, String> values(Form form) {
    Map<String, String> values = new LinkedHashMap<>();
    for (CentreDesk.Field field : CentreDesk.Field.values()) {
      String code = field.code();
      values.put(
          code, field == CentreDesk.Field.LETTERHEAD ? form.text(code, LONG) : form.line(code));
    }
    if (values.get(CentreDesk.Field.NAME.code()) == null) {
      form.error(CentreDesk.Field.NAME.code(), "form.required");
    }
    return values;
  }
}
