package org.opora.registry.house.web;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.house.application.KeepingDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** How long files of a class are kept by the plan of the centre, and what a decision would move. */
final class KeepingPages {
  private final KeepingDesk desk;

  KeepingPages(KeepingDesk desk) {
    this.desk = desk;
  }

  Reply show(Request request) {
    return page(request, null);
  }

  /** First what would move, then, confirmed, the decision itself. */
  Reply choose(Request request) {
    Form form = request.form();
    String code = request.variable("class");
    Integer years = form.number("years", 0, KeepingDesk.MOST);
    if (years == null && form.raw("years").isEmpty()) {
      form.error("years", "form.required");
    }
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    if (form.valid() && !form.checked("back")) {
      try {
        if (!form.checked("confirmed")) {
          return preview(
              request, form, desk.preview(request.viewer(), code, years, from).orElse(null), years);
        }
        desk.choose(request.viewer(), code, form.version(), years, from, why);
        return Reply.to("/house/settings/keeping/" + code, Words.of("settings.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return page(request, form);
  }

  /**
   * @param effect null when the viewer does not lead the archive
   */
  private Reply preview(Request request, Form form, ArchiveDesk.Moves effect, int years) {
    List<ArchiveDesk.Moved> listed = effect == null ? List.of() : effect.first();
    request.shows(listed.stream().map(one -> Subject.of(one.file())).toList());
    return new Model()
        .with("view", desk.one(request.viewer(), request.variable("class")))
        .with("years", years)
        .with("from", form.date("from"))
        .with("why", form.raw("why"))
        .with("version", form.version())
        .with("effect", effect)
        .with("more", effect == null ? 0 : effect.moved() - listed.size())
        .page("house-keeping-preview")
        .keepingDraft();
  }

  private Reply page(Request request, Form form) {
    return new Model()
        .with("view", desk.one(request.viewer(), request.variable("class")))
        .form("house-keeping", form);
  }
}
