package org.opora.reports.shared;

import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.reports.ReportsModule;

/** Words of this bundle, spoken only where they are shown. */
public final class Words {
  private Words() {}

  public static Text of(String key, Object... arguments) {
    return Text.of(ReportsModule.ORIGIN, key, arguments);
  }

  /** How this bundle says no, beside the field. */
  public static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, of(key, arguments));
  }
}
