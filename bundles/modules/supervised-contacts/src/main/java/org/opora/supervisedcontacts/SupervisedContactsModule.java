package org.opora.supervisedcontacts;

import java.util.List;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;
import org.opora.api.module.spi.Service;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.osgi.service.component.annotations.Component;

/** Reception of the module: a child's meetings with relatives, prepared, booked, written down. */
@Component
public final class SupervisedContactsModule implements Module {
  public static final String ID = "supervised-contacts";

  /** Where its pages begin. */
  public static final String HOME = "/m/" + ID;

  /** Origin of the module's texts: its symbolic name. */
  public static final String ORIGIN = "org.opora.supervised-contacts";

  /** Plans and dates. */
  public static final String READ = ID + ".read";

  /** To plan and to book. */
  public static final String WRITE = ID + ".write";

  /** To read and write what was observed. */
  public static final String RECORD = ID + ".record";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 510;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(READ, DataClass.CONTACT_FACTS),
        new Permission(WRITE, DataClass.CONTACT_FACTS),
        new Permission(RECORD, DataClass.CONTACT_TEXT));
  }

  @Override
  public List<Service> services() {
    return List.of(new Service(Contacts.EVIDENCE, Text.of(ORIGIN, "service.contact")));
  }
}
