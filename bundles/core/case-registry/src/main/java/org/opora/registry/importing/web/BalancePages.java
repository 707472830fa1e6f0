package org.opora.registry.importing.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.importing.application.OpeningBalances;
import org.opora.registry.importing.application.OpeningBalances.Answer;
import org.opora.registry.importing.application.OpeningBalances.Line;
import org.opora.registry.importing.domain.Values;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Opening balances, a page at a time: whoever knows the family ticks what is right. */
final class BalancePages {
  private static final int AT_ONCE = 25;
  private final OpeningBalances balances;

  BalancePages(OpeningBalances balances) {
    this.balances = balances;
  }

  Reply list(Request request) {
    return page(request, null);
  }

  private Reply page(Request request, Form form) {
    UUID after = request.query("after").map(BalancePages::key).orElse(null);
    Page<Line> page = balances.waiting(request.viewer(), after, AT_ONCE);
    for (Line line : page.items()) {
      request.shows(Subject.of(line.file()));
      if (line.person() != null) {
        request.shows(Subject.of(line.person()));
      }
    }
    return new Model()
        .with("page", page)
        .with("count", balances.count(request.viewer()))
        .form("import-balances", form);
  }

  private static UUID key(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  Reply confirm(Request request) {
    Form form = request.form();
    int confirmed = 0;
    for (String chosen : form.all("confirm")) {
      UUID id = key(chosen);
      if (id != null && confirm(request, form, id)) {
        confirmed++;
      }
    }
    if (form.valid()) {
      return Reply.to("/import/balances", Words.of("importing.balances.confirmed", confirmed));
    }
    return page(request, form);
  }

  private static LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private boolean confirm(Request request, Form form, UUID id) {
    String typed = form.raw("quantity-" + id);
    BigDecimal quantity = typed.isEmpty() ? null : Values.decimal(typed).orElse(null);
    String version = form.raw("version-" + id);
    try {
      balances.confirm(
          request.viewer(),
          id,
          new Answer(
              version.matches("\\d{1,9}") ? Long.parseLong(version) : 0,
              day(form.raw("since-" + id)),
              quantity));
      return true;
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.error("quantity-" + id, "form.stale");
    }
    return false;
  }
}
