package org.opora.api.legal.spi;

import java.util.List;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.osgi.annotation.versioning.ConsumerType;

/** Who acts for a child by the law of a country: dated data with paragraph and trust mark. */
@ConsumerType
public interface SigningLaw {
  /** Such as {@code cz}. */
  String id();

  /** Age in years from which somebody signs alone. */
  List<Parameter<Integer>> majority();

  /** Whether an interim measure in force goes before a decision on the merits. */
  List<Parameter<Boolean>> interimFirst();

  /** At most one for each kind of matter. */
  List<SigningRule> rules();

  /** Every dated figure of this law, for the page that shows them; in the order of the law. */
  default List<LawFigure> figures() {
    return List.of();
  }
}
