package org.opora.api.duties.spi;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.house.spi.Setting;

/** What every rule of a centre has to be like. */
final class CentreRules {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*([.][a-z][a-z0-9-]*)+");
  private static final int LONGEST = 60;

  /** What the house and its staff owe is counted by whoever knows it: {@link HouseDuties}. */
  private static final Set<SubjectKind> IN_FILES =
      EnumSet.of(SubjectKind.CHILD, SubjectKind.CARER, SubjectKind.ADULT, SubjectKind.FILE);

  private CentreRules() {}

  static void id(String id) {
    if (!ID.matcher(id).matches() || id.length() > LONGEST) {
      throw new IllegalArgumentException("No id of a rule: " + id);
    }
  }

  static Set<SubjectKind> about(String id, Set<SubjectKind> about) {
    if (about.isEmpty() || !IN_FILES.containsAll(about)) {
      throw new IllegalArgumentException(id + " is about nobody of a file");
    }
    return Set.copyOf(about);
  }

  /** What is due after no time at all would be late for ever. */
  static void counted(String id, Setting number, int least) {
    if (number.least() < least) {
      throw new IllegalArgumentException(id + " cannot be counted by " + number.id());
    }
  }
}
