package org.opora.api.choices.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The lists of choices that a bundle brings. Those that the centre makes its own are edited on the
 * page Lists; those that the law or the program counts by stand there with the reason.
 */
@ConsumerType
public interface ChoiceLists {
  List<ChoiceList> lists();
}
