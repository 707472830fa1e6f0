package org.opora.api.duties.spi;

import java.util.List;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a module lets the centre promise: rules of the centre and not of the law. They are reckoned
 * by the same shapes as those of a {@link RuleSet}, and each of their lines says whose rule it is.
 * Their figures are numbers that the centre sets ({@link org.opora.api.house.spi.Setting}), the
 * working days beside a date are those of the law packs; so a module brings no calendar, no
 * paragraph and no mark of trust.
 *
 * <p>A rule counts in every file in which something with which it begins is recorded, with an
 * agreement or without one. While the bundle is not here its rules are not, either: the page of the
 * rules names the module that is gone, and when it is back, what could have been done meanwhile is
 * not assessed.
 *
 * <p>Everything is asked for again at each reckoning and compared by value; it costs nothing to
 * make, asks no database and throws nothing. What does is left out with a warning in the log.
 */
@ConsumerType
public interface DutyRules {
  /** Id of the module, as in its reception; the ids of its rules begin with it and a point. */
  String module();

  /** Name of the module, as people read it. */
  Text title();

  /** Changes whenever a rule changes otherwise than by a number; at most 20 characters. */
  String version();

  /** In the order in which they are shown; no two of one id. */
  List<CentreRule> rules();
}
