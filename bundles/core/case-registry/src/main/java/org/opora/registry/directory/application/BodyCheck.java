package org.opora.registry.directory.application;

import org.opora.registry.directory.domain.DataBox;
import org.opora.registry.directory.domain.Ico;
import org.opora.registry.directory.domain.Mail;
import org.opora.registry.shared.application.Refusals;

/** What a body and an official must look like. */
final class BodyCheck {
  private static final int NAME = 200;
  private static final int SHORT = 60;
  private static final int CODE = 20;

  private BodyCheck() {}

  /** With the numbers in the form in which they are kept. */
  static NewBody body(NewBody body) {
    if (body.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    Refusals.inOrder("until", body.since() == null ? body.until() : body.since(), body.until());
    return new NewBody(
        body.kind(),
        Refusals.line("name", body.name(), NAME),
        Refusals.optional("street", body.street(), NAME),
        Refusals.optional("town", body.town(), NAME),
        Refusals.optional("postalCode", body.postalCode(), CODE),
        dataBox("dataBox", body.dataBox()),
        mail("email", body.email()),
        Refusals.optional("phone", body.phone(), SHORT),
        ico("ico", body.ico()),
        body.since(),
        body.until());
  }

  static NewOfficial official(NewOfficial official) {
    Refusals.inOrder(
        "until", official.since() == null ? official.until() : official.since(), official.until());
    return new NewOfficial(
        Refusals.line("name", official.name(), NAME),
        Refusals.optional("post", official.post(), NAME),
        mail("email", official.email()),
        Refusals.optional("phone", official.phone(), SHORT),
        official.since(),
        official.until());
  }

  private static String dataBox(String field, String written) {
    String line = Refusals.optional(field, written, SHORT);
    return line == null
        ? null
        : DataBox.of(line).orElseThrow(() -> Refusals.refused(field, "refused.data-box", line));
  }

  private static String ico(String field, String written) {
    String line = Refusals.optional(field, written, SHORT);
    return line == null
        ? null
        : Ico.of(line).orElseThrow(() -> Refusals.refused(field, "refused.ico", line));
  }

  private static String mail(String field, String written) {
    String line = Refusals.optional(field, written, NAME);
    return line == null
        ? null
        : Mail.of(line).orElseThrow(() -> Refusals.refused(field, "refused.email", line));
  }
}
