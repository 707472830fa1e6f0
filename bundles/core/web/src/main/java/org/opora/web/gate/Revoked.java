package org.opora.web.gate;

import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.web.WebModule;

/** What let the request in does not hold any more, so its answer is not given. */
final class Revoked extends RuntimeException {
  /** Of the trail. */
  static final String REASON = "revoked";

  private static final long serialVersionUID = 1L;

  Revoked() {
    super(REASON, null, false, false);
  }

  /** What its person is told. */
  static Refused said() {
    return new Refused(null, Text.of(WebModule.ORIGIN, "fault.revoked.text"));
  }
}
