package org.opora.api.grant;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Expenses of the state contribution, entered by whatever module knows of them. An expense is
 * proposed; another person approves or rejects it; then it is paid with its evidence. Money is in
 * haléře (1/100 Kč), never a fraction, and never negative.
 */
@ProviderType
public interface Grant {
  /** Permission to see expenses and entitlements of one's files. */
  String READ = "registry.grant.read";

  /** Permission to propose an expense. */
  String WRITE = "registry.grant.write";

  /** Permission to decide on expenses of others, and to write down what was paid and received. */
  String APPROVE = "registry.grant.approve";

  /**
   * Proposes an expense, in the writer's transaction. The same origin and source again changes the
   * proposal; what was rejected or withdrawn is asked for anew.
   *
   * @return key of the expense
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the file or the child
   * @throws org.opora.api.faults.Refused with the field it is about: no agreement of the file was
   *     in force on the day, the child was not placed there on that day, the right is none of the
   *     law of that day, the amount is above a cap without a justification, or it was approved
   *     already
   */
  UUID propose(Viewer viewer, NewExpense expense);

  /**
   * Takes a proposal back, in the writer's transaction. Nothing happens when there is none, or
   * nobody asks for it any more.
   *
   * @throws org.opora.api.faults.Refused when it was approved or paid
   */
  void withdraw(Viewer viewer, String origin, UUID source);

  /**
   * Where the expense of a record stands; empty when there is none, or the viewer may not see it.
   */
  Optional<Standing> of(Viewer viewer, String origin, UUID source);

  /**
   * @param origin id of the writing bundle
   * @param source key of the record behind it; together with the origin it names one expense
   * @param file whose agreement pays
   * @param child whom it is for; null when it is for the carer or for the whole family
   * @param on day of the cost: what the law says on that day holds
   * @param right code of the right, such as {@code cz.47a.f}; null only for a cost whose cap says
   *     that it serves no single right
   * @param what what was bought, at most 200 characters
   * @param amount in haléře, more than 0
   * @param cap which cap the cost falls under; null for none
   * @param share what the carer pays of their own; null for nothing
   * @param justification why a cap or band is passed, at most 2000 characters; null without a
   *     reason
   * @param href path of the record's page, or null
   */
  record NewExpense(
      String origin,
      UUID source,
      CaseFileId file,
      PersonId child,
      LocalDate on,
      String right,
      String what,
      long amount,
      PaymentRoute route,
      Measure cap,
      Share share,
      String justification,
      String href) {
    public NewExpense {
      Objects.requireNonNull(origin);
      Objects.requireNonNull(source);
      Objects.requireNonNull(file);
    }
  }

  /**
   * What a cap is multiplied by.
   *
   * @param cap code of the cap
   * @param units how many months, nights of adults, or days of children, at least 1
   */
  record Measure(String cap, int units) {
    public Measure {
      Objects.requireNonNull(cap);
    }
  }

  /**
   * What the carer pays of their own.
   *
   * @param amount in haléře, more than 0
   * @param measure the cap of the share; never null
   */
  record Share(long amount, Measure measure) {
    public Share {
      Objects.requireNonNull(measure);
    }
  }

  /**
   * @param reason why it was rejected; null otherwise
   */
  record Standing(UUID expense, ExpenseState state, String reason) {}
}
