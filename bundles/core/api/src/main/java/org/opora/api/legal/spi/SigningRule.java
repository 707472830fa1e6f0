package org.opora.api.legal.spi;

import java.util.List;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;

/**
 * Who acts in one kind of matter.
 *
 * @param powers dated values, in any order, not overlapping
 */
public record SigningRule(Matter matter, List<Parameter<Powers>> powers) {
  public SigningRule {
    powers = List.copyOf(powers);
  }

  /**
   * @param order who acts: the first of these whom somebody is on that day
   * @param together whether two parents must agree; otherwise either may act
   */
  public record Powers(List<Role> order, boolean together) {
    public Powers {
      order = List.copyOf(order);
    }
  }
}
