package org.opora.duties.application;

import org.opora.duties.domain.cycle.NextReport;

/**
 * What the centre has chosen where sources of the law disagree.
 *
 * @param clock whether a child's clock goes along to another family
 * @param travels whether periods and hours of a quota go on under the next agreement
 * @param next what the report after a late one is counted from
 * @param caps how many hours of a form count at most
 */
record Choices(ChildClock.Choice clock, boolean travels, NextReport next, HoursCaps caps) {
  Choices with(ChildClock.Choice other) {
    return new Choices(other, travels, next, caps);
  }

  Choices travelling(boolean other) {
    return new Choices(clock, other, next, caps);
  }

  Choices counting(NextReport other) {
    return new Choices(clock, travels, other, caps);
  }

  Choices capping(HoursCaps other) {
    return new Choices(clock, travels, next, other);
  }
}
