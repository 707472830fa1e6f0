package org.opora.registry.people.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** A person the centre knows. Identifier and whereabouts are sealed with the person's own key. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PERSON")
public class Person {
  @Id private UUID id;
  @Version private long version;
  private String given;
  private String family;

  @Column(name = "GIVEN_N")
  private String givenN;

  @Column(name = "FAMILY_N")
  private String familyN;

  @Column(name = "BIRTH_DATE")
  private LocalDate birthDate;

  @Column(name = "NATIONAL_ID")
  private byte[] nationalId;

  @Column(name = "NATIONAL_MARK")
  private String nationalMark;

  @Enumerated(EnumType.STRING)
  @Column(name = "IDENTIFIER_SEX")
  private Sex identifierSex;

  private byte[] phone;

  @Column(name = "PHONE_MARK")
  private String phoneMark;

  private byte[] email;
  private byte[] address;
  private boolean undisclosed;

  @Column(name = "ADDRESS_SINCE")
  private LocalDate addressSince;

  @Column(name = "REGISTERED_ON", updatable = false)
  private LocalDate registeredOn;

  @Column(name = "REGISTERED_BY", updatable = false)
  private UUID registeredBy;

  protected Person() {}

  public Person(PersonId id, LocalDate registeredOn, StaffId registeredBy) {
    this.id = id.value();
    this.registeredOn = registeredOn;
    this.registeredBy = registeredBy.value();
  }

  /** The folded forms follow, so that they can never differ from the name. */
  public void name(String givenNames, String familyName) {
    given = givenNames;
    family = familyName;
    givenN = Fold.fold(givenNames);
    familyN = Fold.fold(familyName);
  }

  public void born(LocalDate day) {
    birthDate = day;
  }

  /**
   * @param mark keyed fingerprint for exact look-up, or null
   */
  public void identifiedBy(byte[] sealedNationalId, String mark) {
    nationalId = sealedNationalId;
    nationalMark = mark;
    identifierSex = null;
  }

  /** What the identifier says, so that nobody has to open it for that. */
  public void identifierSays(Sex sex) {
    identifierSex = sex;
  }

  /**
   * @param mark keyed fingerprint of the phone, or null
   */
  public void reachedAt(
      byte[] sealedPhone,
      String mark,
      byte[] sealedEmail,
      byte[] sealedAddress,
      boolean keptSecret) {
    phone = sealedPhone;
    phoneMark = mark;
    email = sealedEmail;
    address = sealedAddress;
    undisclosed = keptSecret;
  }

  /**
   * Where the person lives from now on, as a whole; the former address is kept by whoever calls.
   *
   * @param since null when it is not known
   */
  public void livesAt(byte[] sealedAddress, LocalDate since) {
    address = sealedAddress;
    addressSince = sealedAddress == null ? null : since;
  }

  /** From now on the whereabouts are not to be told, and the phone not to be guessed. */
  public void keepsSecret() {
    undisclosed = true;
    phoneMark = null;
  }

  /** The phone leaves this row; the person goes on being found by it as long as it holds. */
  public void phoneSetAside() {
    phone = null;
  }

  /**
   * @param mark keyed fingerprint of a phone of the person that stands elsewhere, or null
   */
  public void foundByPhone(String mark) {
    phoneMark = undisclosed ? null : mark;
  }

  public void emailSetAside() {
    email = null;
  }

  public PersonId id() {
    return new PersonId(id);
  }

  public long version() {
    return version;
  }

  public String given() {
    return given;
  }

  public String family() {
    return family;
  }

  public String givenN() {
    return givenN;
  }

  public String familyN() {
    return familyN;
  }

  public LocalDate birthDate() {
    return birthDate;
  }

  public byte[] nationalId() {
    return nationalId;
  }

  public byte[] phone() {
    return phone;
  }

  public String phoneMark() {
    return phoneMark;
  }

  public byte[] email() {
    return email;
  }

  public byte[] address() {
    return address;
  }

  /** Since when the person lives there; null when it is not known. */
  public LocalDate addressSince() {
    return addressSince;
  }

  public boolean undisclosed() {
    return undisclosed;
  }
}
