package org.opora.access;

import java.util.List;
import java.util.Map;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
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

  private static final Map<String, Reach> DIRECTOR = Map.of(Roles.DIRECTOR, Reach.ALL);
  private static final Map<String, Reach> DIRECTOR_AND_IT =
      Map.of(Roles.DIRECTOR, Reach.ALL, Roles.IT_ADMINISTRATOR, Reach.ALL);

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
        new Permission(Accounts.MANAGE, DataClass.STAFF, DIRECTOR),
        new Permission(Roles.MANAGE, DataClass.ADMINISTRATION, DIRECTOR),
        new Permission(Walls.MANAGE, DataClass.ADMINISTRATION, DIRECTOR),
        new Permission(
            AuditTrail.READ,
            DataClass.AUDIT,
            Map.of(Roles.DIRECTOR, Reach.ALL, "data-protection-officer", Reach.ALL)),
        new Permission(
            TrailReader.TECHNICAL, DataClass.TECHNICAL, Map.of(Roles.IT_ADMINISTRATOR, Reach.ALL)),
        new Permission(AuditTrail.VERIFY, DataClass.TECHNICAL, DIRECTOR_AND_IT),
        new Permission(Sessions.MANAGE, DataClass.TECHNICAL, DIRECTOR_AND_IT),
        new Permission(SecondFactor.MANAGE, DataClass.ADMINISTRATION, DIRECTOR),
        new Permission(SecondFactor.RESET, DataClass.TECHNICAL, DIRECTOR_AND_IT));
  }
}
