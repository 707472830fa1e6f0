package org.opora.registry.register;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.house.Confirmations;
import org.opora.law.czech.contributions.CzechFirstContact;
import org.opora.law.czech.contributions.CzechGrant;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.disability.application.DisabilityDesk;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.grant.application.GrantDesk;
import org.opora.registry.grant.web.GrantRoutes;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.web.PageHouse;

/** The money of a register under Czech law. */
public final class GrantRoom {
  final GrantBook law = new GrantBook(List.of(new CzechGrant()));
  final ContactLaw rights = Laws.contact(List.of(new CzechFirstContact()), List.of(new CzechLaw()));
  final PageHouse pages = new PageHouse(Register.TODAY);

  /** What somebody who knows the law has confirmed. */
  final Set<Confirmations.Figure> confirmed = new HashSet<>();

  final Entitlements entitlements;
  public final GrantDesk desk;
  final DisabilityDesk disability;
  private final Register register;

  GrantRoom(Register register) {
    this.register = register;
    entitlements =
        new Entitlements(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.staff,
            () -> confirmed,
            law);
    desk =
        new GrantDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.people,
            register.staff,
            register.house.keys(),
            register.inbox,
            pages,
            law,
            rights,
            entitlements);
    disability =
        new DisabilityDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.staff,
            register.house.keys());
  }

  GrantRoutes routes() {
    return new GrantRoutes(
        new CaseFrame(register.files, register.staff, register.safety, new CaseTabs()),
        register.placements,
        desk,
        entitlements,
        law,
        rights,
        pages);
  }
}
