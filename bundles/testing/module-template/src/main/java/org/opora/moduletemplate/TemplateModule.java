package org.opora.moduletemplate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.module.spi.Module;
import org.opora.api.module.spi.Service;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Component;

/** Reception of the module: who it is, which permissions it brings and what it proves. */
@Component
public final class TemplateModule implements Module {
  public static final String ID = "module-template";

  /** Where its pages begin. */
  public static final String HOME = "/m/" + ID;

  /** Origin of the module's texts: its symbolic name. */
  public static final String ORIGIN = "org.opora.module-template";

  /** Its place in menu, tabs and cards; the contract test says when it is taken. */
  public static final int PLACE = 590;

  public static final String READ = ID + ".read";
  public static final String WRITE = ID + ".write";

  /** Evidence that a wish was voiced; {@code ref} the wish. */
  public static final String VOICED = ID + ".voiced";

  /** Evidence that it was answered; {@code ref} the wish. */
  public static final String ANSWERED = ID + ".answered";

  private static final Map<String, Reach> CARE =
      Map.of("director", Reach.ALL, "key-worker", Reach.OWN);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(READ, DataClass.CARE_TEXT, CARE),
        new Permission(WRITE, DataClass.CARE_TEXT, CARE));
  }

  @Override
  public List<Service> services() {
    return List.of(new Service(ANSWERED, Text.of(ORIGIN, "service.answered")));
  }

  @Override
  public Set<String> evidence() {
    return Set.of(VOICED, ANSWERED);
  }
}
