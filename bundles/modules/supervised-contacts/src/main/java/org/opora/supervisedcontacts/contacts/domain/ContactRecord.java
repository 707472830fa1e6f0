package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/**
 * What was observed of one child at a contact, as it was written down before there were reports:
 * before, during and after. It is read and never written any more. Every text is sealed with the
 * key of the child's sub-file, so that nobody reads it by way of a sibling.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "CONTACT_RECORD")
public class ContactRecord {
  @Id
  @Column(name = "CONTACT_CHILD")
  private UUID contactChild;

  @Version private long version;

  @Column(name = "BEFORE_S")
  private byte[] before;

  @Column(name = "DURING_S")
  private byte[] during;

  @Column(name = "AFTER_S")
  private byte[] after;

  @Column(name = "WRITTEN_BY")
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT")
  private Instant writtenAt;

  protected ContactRecord() {}

  public ContactChildId contactChild() {
    return new ContactChildId(contactChild);
  }

  public byte[] before() {
    return before;
  }

  public byte[] during() {
    return during;
  }

  public byte[] after() {
    return after;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public Instant writtenAt() {
    return writtenAt;
  }
}
