package org.opora.registry.register;

import java.util.Set;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Viewer;
import org.opora.api.module.spi.Module;
import org.opora.registry.CaseRegistryModule;

/** A register with colleagues who can sign in, so that something can be handed to them. */
public final class Office {
  private static final String NAME = "Mgr. Jana Testová";
  private final Register register;
  private final Module[] modules;
  private final Viewer director;
  private int accounts;

  /** In which everybody also has what these modules give. */
  public Office(Register register, Module... modules) {
    this.register = register;
    this.modules = modules;
    register.access.grants().add(new CaseRegistryModule());
    director = register.viewer("director", modules);
    account(director, "director");
  }

  public Viewer director() {
    return director;
  }

  /** Somebody new with this role. */
  public Viewer colleague(String role) {
    Viewer viewer = register.viewer(role, modules);
    account(viewer, role);
    return viewer;
  }

  private void account(Viewer who, String role) {
    String code = register.access.accounts().invite(director, who.staff(), NAME, Set.of(role));
    accounts++;
    register
        .access
        .accounts()
        .accept(
            code,
            new NewAccount(NAME, "kolega" + accounts, "modrý kámen u řeky".toCharArray(), "cs"));
    register.confirm(who.staff());
  }

  /** Rows of the trail with this detail. */
  long acts(String detail) {
    return register.tx.read(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE DETAIL = ?1")
                        .setParameter(1, detail)
                        .getSingleResult())
                .longValue());
  }
}
