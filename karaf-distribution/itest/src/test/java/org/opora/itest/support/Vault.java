package org.opora.itest.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.opora.driver.Product;

/**
 * What lies in the database of a product that was stopped, read with its own engine and, since the
 * key lies beside it, also what is sealed. Whose key sealed what is not asked: the one fits after
 * which there is text.
 */
public final class Vault {
  /** Before what is sealed stand its format, the version of the key and the nonce. */
  private static final int NONCE_AT = 2;

  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int KEY = 32;

  /** The first block of the counter mode is the one that checks, the text begins with the next. */
  private static final int FIRST_BLOCK = 2;

  private static final Set<String> NOT_OF_THE_HOUSE = Set.of("SYS", "SYSIBM", "NULLID", "APP");

  /** Which scripts have made the tables. */
  private static final String HISTORY = "SCHEMA_HISTORY";

  private final Map<String, Set<String>> columns = new TreeMap<>();
  private final List<SecretKeySpec> keys = new ArrayList<>();

  private Vault() {}

  /**
   * @param product which stands still
   */
  public static Vault of(Product product) {
    Vault vault = new Vault();
    try (Connection connection = ShippedEngine.open(product.data().resolve("db"))) {
      vault.keys(connection, product);
      List<Column> all = columns(connection);
      Set<String> twice = twice(all);
      for (Column column : all) {
        vault
            .columns
            .computeIfAbsent(column.name(twice), name -> new LinkedHashSet<>())
            .addAll(vault.words(connection, column));
      }
      return vault;
    } catch (SQLException | GeneralSecurityException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /**
   * What stands in each column that holds text, openly or sealed, by table and column, and where a
   * table is there twice by schema.
   */
  public Map<String, Set<String>> columns() {
    return columns;
  }

  private record Column(String schema, String table, String column) {
    /**
     * @param twice tables that there are in more than one schema
     */
    String name(Set<String> twice) {
      String named = table + "." + column;
      return twice.contains(table) ? schema + "." + named : named;
    }
  }

  private static Set<String> twice(Collection<Column> all) {
    Map<String, Set<String>> schemas = new TreeMap<>();
    all.forEach(
        one -> schemas.computeIfAbsent(one.table(), table -> new TreeSet<>()).add(one.schema()));
    return schemas.keySet().stream()
        .filter(table -> schemas.get(table).size() > 1)
        .collect(Collectors.toSet());
  }

  private static List<Column> columns(Connection connection) throws SQLException {
    List<Column> all = new ArrayList<>();
    try (ResultSet rows = connection.getMetaData().getColumns(null, null, "%", "%")) {
      while (rows.next()) {
        boolean text =
            List.of(Types.VARCHAR, Types.CLOB, Types.LONGVARCHAR, Types.BLOB, Types.VARBINARY)
                .contains(rows.getInt("DATA_TYPE"));
        if (text
            && !NOT_OF_THE_HOUSE.contains(rows.getString("TABLE_SCHEM"))
            && !rows.getString("TABLE_NAME").equals(HISTORY)) {
          all.add(
              new Column(
                  rows.getString("TABLE_SCHEM"),
                  rows.getString("TABLE_NAME"),
                  rows.getString("COLUMN_NAME")));
        }
      }
    }
    return all;
  }

  private Set<String> words(Connection connection, Column column) throws SQLException {
    Set<String> words = new LinkedHashSet<>();
    String sql =
        "SELECT \"%s\" FROM \"%s\".\"%s\""
            .formatted(column.column(), column.schema(), column.table());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int type = rows.getMetaData().getColumnType(1);
      boolean bytes = type == Types.BLOB || type == Types.VARBINARY;
      while (rows.next()) {
        if (bytes) {
          byte[] held = rows.getBytes(1);
          if (held != null) {
            words.addAll(opened(held));
          }
        } else if (rows.getString(1) != null) {
          words.add(rows.getString(1));
        }
      }
    }
    return words;
  }

  private void keys(Connection connection, Product product)
      throws SQLException, GeneralSecurityException, IOException {
    Path folder = product.data().resolveSibling(product.data().getFileName() + ".keys");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Files.readAllBytes(folder.resolve("master.key")), "HmacSHA256"));
    SecretKeySpec wrapping =
        new SecretKeySpec(mac.doFinal("opora/wrap/1".getBytes(StandardCharsets.UTF_8)), "AES");
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT WRAPPED FROM HOUSE.DATA_KEY")) {
      while (rows.next()) {
        byte[] secret = plain(wrapping, rows.getBytes(1));
        if (secret.length != KEY) {
          throw new AssertionError("a key of " + secret.length + " bytes");
        }
        keys.add(new SecretKeySpec(secret, "AES"));
      }
    }
  }

  /** The texts that this can be; nothing when it was not sealed. */
  private List<String> opened(byte[] sealed) {
    List<String> texts = new ArrayList<>();
    if (sealed.length <= NONCE_AT + NONCE + TAG) {
      return texts;
    }
    for (SecretKeySpec key : keys) {
      try {
        texts.add(
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(plain(key, sealed)))
                .toString());
      } catch (CharacterCodingException anotherKey) {
        // It was sealed with one of the others.
      } catch (GeneralSecurityException broken) {
        throw new IllegalStateException(broken);
      }
    }
    return texts;
  }

  private static byte[] plain(SecretKeySpec key, byte[] sealed) throws GeneralSecurityException {
    byte[] counter = Arrays.copyOf(Arrays.copyOfRange(sealed, NONCE_AT, NONCE_AT + NONCE), TAG);
    counter[TAG - 1] = FIRST_BLOCK;
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter));
    int from = NONCE_AT + NONCE;
    return cipher.doFinal(sealed, from, sealed.length - from - TAG);
  }
}
