package org.opora.access;

import java.util.List;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Roles;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.access.Tablets;
import org.opora.api.access.TrailReader;
import org.opora.api.access.Walls;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of access. */
@Component
public final class AccessModule implements Module {
  /** The bundle's id and unit. */
  public static final String ID = "access";

  /** Origin of its texts. */
  public static final String ORIGIN = "org.opora.access";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(Accounts.MANAGE, DataClass.STAFF),
        new Permission(Roles.MANAGE, DataClass.ADMINISTRATION),
        new Permission(Walls.MANAGE, DataClass.ADMINISTRATION),
        new Permission(Walls.CONFIRM, DataClass.ADMINISTRATION),
        new Permission(AuditTrail.READ, DataClass.AUDIT),
        new Permission(TrailReader.TECHNICAL, DataClass.TECHNICAL),
        new Permission(AuditTrail.VERIFY, DataClass.TECHNICAL),
        new Permission(Sessions.MANAGE, DataClass.TECHNICAL),
        new Permission(SecondFactor.MANAGE, DataClass.ADMINISTRATION),
        new Permission(SecondFactor.RESET, DataClass.TECHNICAL),
        new Permission(Tablets.MANAGE, DataClass.TECHNICAL));
  }
}
