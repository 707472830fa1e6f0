package org.opora.web.application;

import org.opora.api.access.Accounts;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.web.Centre;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A new house gets its director and its name. */
@Component(service = Founding.class)
public final class Founding {
  private final Transactions tx;
  private final Accounts accounts;
  private final Staff staff;
  private final Centre centre;

  @Activate
  public Founding(
      @Reference(target = "(opora.unit=web)") Transactions tx,
      @Reference Accounts accounts,
      @Reference Staff staff,
      @Reference Centre centre) {
    this.tx = tx;
    this.accounts = accounts;
    this.staff = staff;
    this.centre = centre;
  }

  /**
   * The account, the member of staff and the name of the centre come into being together or not at
   * all.
   *
   * @param code from the console; who may found the house is decided by it alone
   * @param secondFactor whether everybody here signs in with a second factor
   * @throws org.opora.api.faults.Refused as {@link Accounts#setUp} does
   */
  public StaffId found(String code, String centreName, NewAccount account, boolean secondFactor) {
    StaffId director = StaffId.next();
    return tx.required(
        em -> {
          // A copy: the password is wiped after use, and the transaction may run twice.
          NewAccount copy =
              new NewAccount(
                  account.staffName(),
                  account.signInName(),
                  account.password().clone(),
                  account.language(),
                  account.centre());
          accounts.setUp(code, director, copy, secondFactor);
          staff.enter(director, account.staffName());
          centre.rename(centreName);
          return director;
        });
  }
}
