package org.opora.registry.files.web;

import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.web.Form;
import org.opora.registry.shared.web.YesNo;

/** The fields of an agreement, the same when a family comes in and later. */
final class AgreementFields {
  private AgreementFields() {}

  /** Whether anything at all was filled in. */
  static boolean typed(Form form) {
    return !form.raw("kind").isEmpty()
        || !form.raw("mediated").isEmpty()
        || !form.raw("concludedOn").isEmpty()
        || !form.raw("signedOn").isEmpty();
  }

  static Agreements.NewAgreement read(Form form) {
    CareKind kind = form.requiredChoice("kind", CareKind.class);
    YesNo mediated = form.requiredChoice("mediated", YesNo.class);
    return new Agreements.NewAgreement(
        kind,
        mediated == YesNo.YES,
        form.requiredDate("concludedOn"),
        form.line("authority"),
        form.date("signedOn"));
  }
}
