package org.opora.registry.register;

import org.opora.api.addressees.Addressees;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.ids.BodyId;
import org.opora.registry.authorities.application.AuthorityDesk;
import org.opora.registry.authorities.application.FamilyAddressees;
import org.opora.registry.authorities.web.AuthorityRoutes;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.shared.web.PageHouse;

/** The room of authorities over a real register. */
public final class AuthorityRoom {
  public final BodiesDesk bodies;
  public final AuthorityDesk desk;
  public final Addressees addressees;
  private final Register register;

  public AuthorityRoom(Register register) {
    this.register = register;
    var access = register.access;
    bodies = new BodiesDesk(register.tx, access.access(), access.audit());
    desk =
        new AuthorityDesk(
            register.tx,
            access.access(),
            access.audit(),
            access.aliases(),
            register.files,
            bodies,
            register.house.keys());
    addressees =
        new FamilyAddressees(
            register.tx,
            access.access(),
            access.aliases(),
            register.files,
            bodies,
            register.house.keys());
  }

  public BodyId authority(String name) {
    return bodies.add(register.viewer("director"), DirectoryTest.body(Kind.AUTHORITY, name, null));
  }

  AuthorityRoutes routes() {
    return new AuthorityRoutes(
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book),
        addressees,
        desk,
        bodies,
        new PageHouse(Register.TODAY));
  }
}
