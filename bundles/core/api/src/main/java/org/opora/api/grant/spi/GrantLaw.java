package org.opora.api.grant.spi;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.files.CareKind;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a country's law says about the contribution of the state to the work under an agreement.
 * Lists are dated and do not overlap; an empty one means that the law says nothing. Money is in
 * haléře (1/100 Kč).
 */
@ConsumerType
public interface GrantLaw {
  /** Such as {@code cz}. */
  String id();

  /**
   * What belongs to an agreement for a calendar year. That of 1 January holds for the year; a later
   * one in the same year says how far the rest of it is confirmed.
   */
  List<Parameter<Amount>> amounts();

  /** Whether a month counts in which the agreement was in force only for a part. */
  List<Parameter<Boolean>> begunMonthCounts();

  /**
   * Shares of the contributions for all agreements that go to groups of rights, in a year; those
   * with one code follow one another.
   */
  List<Band> bands();

  /** Highest sums; those with one code follow one another. */
  List<Cap> caps();

  /** What the contribution does not pay at all, as people read it. */
  List<Parameter<List<Code>>> notPaid();

  /** Whether the law warns of paying a carer back instead of an invoice to the centre. */
  List<Parameter<Boolean>> refundDiscouraged();

  /** Days of the year, by the year that they concern or precede. */
  List<Parameter<Terms>> terms();

  /** Within how many days the end of an agreement is reported to whoever pays. */
  List<Parameter<Integer>> reportWithin();

  /**
   * Which of the things that follow from the end of an agreement is that report, so that it is
   * written down once; empty when none is.
   *
   * @see org.opora.api.duties.spi.AgreementRule.FollowUp#code()
   */
  default Optional<String> reportFollowUp() {
    return Optional.empty();
  }

  /** Every dated figure of this law, for the page that shows them; in the order of the law. */
  default List<LawFigure> figures() {
    return List.of();
  }

  /**
   * @param carer for an agreement, a year
   * @param temporary for an agreement of a registered temporary carer, a year
   * @param supplement on top, a year; 0 when there is none
   * @param children so many children in care bring the supplement; 0 when there is none
   * @param degrees a child that depends on care in one of these brings it, too
   */
  record Amount(long carer, long temporary, long supplement, int children, List<Degree> degrees) {
    public Amount {
      degrees = List.copyOf(degrees);
    }

    /** A year, without the supplement. */
    public long basic(CareKind kind) {
      return kind == CareKind.TEMPORARY ? temporary : carer;
    }
  }

  /**
   * @param code short and stable, such as {@code cz.care}
   * @param rights codes of the rights in it
   */
  record Band(String code, Text title, Set<String> rights, Parameter<Percent> dated) {
    public Band {
      Objects.requireNonNull(code);
      Objects.requireNonNull(title);
      Objects.requireNonNull(dated);
      rights = Set.copyOf(rights);
    }
  }

  /** Both ends belong to it. */
  record Percent(int least, int most) {}

  /** What a cap is multiplied by. */
  enum Per {
    AGREEMENT_AND_MONTH,
    ADULT_AND_NIGHT,
    CHILD_AND_DAY
  }

  /**
   * @param code short and stable, such as {@code cz.training-night}
   * @param share whether it caps what the carer pays, not what the contribution pays
   * @param anyRight whether the cost serves no single right, so that none is asked for
   * @param rights codes of the only rights under which the cost is paid; empty for any
   * @param most in haléře for one of {@code per}
   */
  record Cap(
      String code,
      Text title,
      Per per,
      boolean share,
      boolean anyRight,
      Set<String> rights,
      Parameter<Long> most) {
    public Cap {
      rights = Set.copyOf(rights);
      Objects.requireNonNull(code);
      Objects.requireNonNull(title);
      Objects.requireNonNull(per);
      Objects.requireNonNull(most);
    }
  }

  /**
   * @param request by when the contribution for the year is asked for, in that year
   * @param paid by when it is paid, in that year
   * @param overview by when the spending is accounted for, in the year that follows
   * @param returned by when what was not spent is returned, in the year that follows
   */
  record Terms(MonthDay request, MonthDay paid, MonthDay overview, MonthDay returned) {}

  /** The one that holds on the day. */
  static <T> Optional<Parameter<T>> on(List<Parameter<T>> dated, LocalDate day) {
    return dated.stream().filter(one -> one.holdsOn(day)).findFirst();
  }
}
