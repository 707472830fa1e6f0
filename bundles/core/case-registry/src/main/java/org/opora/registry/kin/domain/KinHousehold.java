package org.opora.registry.kin.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** People who live together. It never says where: whereabouts stand with the person alone. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "KIN_HOUSEHOLD")
public class KinHousehold {
  @Id private UUID id;
  @Version private long version;
  private UUID owner;

  @Column(updatable = false)
  private UUID file;

  private byte[] name;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  protected KinHousehold() {}

  /**
   * @param owner on whose key the name hangs
   * @param file in whose work it was written down; null for none
   */
  public KinHousehold(UUID id, PersonId owner, CaseFileId file, StaffId recordedBy) {
    this.id = id;
    this.owner = owner.value();
    this.file = file == null ? null : file.value();
    this.recordedBy = recordedBy.value();
  }

  /** Null when somebody it may have named was erased. */
  public void called(byte[] sealedName) {
    name = sealedName;
  }

  /** Whose key the next name hangs on; only of one that has no name. */
  public void belongsTo(PersonId person) {
    owner = person.value();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public PersonId owner() {
    return new PersonId(owner);
  }

  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  public byte[] name() {
    return name;
  }
}
