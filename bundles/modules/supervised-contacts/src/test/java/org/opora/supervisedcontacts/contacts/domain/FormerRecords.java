package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** Puts into the table what was written down before there were reports: no use case does so. */
public final class FormerRecords {
  private FormerRecords() {}

  public static void put(
      EntityManager em,
      ContactChildId child,
      byte[] before,
      byte[] during,
      byte[] after,
      StaffId by,
      Instant at) {
    ContactRecord row = new ContactRecord();
    UUID key = child.value();
    set(row, "contactChild", key);
    set(row, "before", before);
    set(row, "during", during);
    set(row, "after", after);
    set(row, "writtenBy", by.value());
    set(row, "writtenAt", at);
    em.persist(row);
  }

  private static void set(ContactRecord row, String name, Object value) {
    try {
      Field field = ContactRecord.class.getDeclaredField(name);
      field.setAccessible(true);
      field.set(row, value);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
