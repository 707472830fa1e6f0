package org.opora.operations.backup.domain;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM over a stream of any length, in pieces of 64 KiB. Each piece has its own nonce, made
 * of its number and of a mark on the last one, so that pieces cannot be dropped, swapped, repeated
 * or cut off unnoticed; the header is bound into every piece. The key comes from the recovery
 * passphrase by PBKDF2 and a salt of the file, so no nonce is ever used twice under one key.
 */
public final class BackupCipher {
  private static final byte[] MAGIC = "OPORA-BACKUP-1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int ROUNDS = 210_000;
  private static final int MOST_ROUNDS = 5_000_000;
  private static final int SALT = 16;
  private static final int PIECE = 1 << 16;
  private static final int TAG = 16;
  private static final int NONCE = 12;

  private BackupCipher() {}

  /** Seals what is written; closing it writes the last piece, without which nothing opens. */
  public static OutputStream seal(OutputStream out, char[] passphrase) throws IOException {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    byte[] header = header(salt, ROUNDS);
    out.write(header);
    return new Sealing(new DataOutputStream(out), key(passphrase, salt, ROUNDS), header);
  }

  /**
   * Opens a sealed stream. Only whole pieces that were proven come out; the end comes only after
   * the last piece was proven.
   *
   * @throws BackupFault when it is no backup, the passphrase is another one, or a byte was changed
   */
  public static InputStream open(InputStream in, char[] passphrase) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new BackupFault("backup.not-ours", "no backup of Opora");
    }
    DataInputStream data = new DataInputStream(in);
    try {
      byte[] salt = data.readNBytes(SALT);
      int rounds = data.readInt();
      if (salt.length != SALT || rounds < ROUNDS || rounds > MOST_ROUNDS) {
        throw new BackupFault("backup.damaged", "header");
      }
      return new Opening(data, key(passphrase, salt, rounds), header(salt, rounds));
    } catch (EOFException cut) {
      throw new BackupFault("backup.damaged", "header");
    }
  }

  private static byte[] header(byte[] salt, int rounds) {
    return ByteBuffer.allocate(MAGIC.length + SALT + Integer.BYTES)
        .put(MAGIC)
        .put(salt)
        .putInt(rounds)
        .array();
  }

  private static SecretKeySpec key(char[] passphrase, byte[] salt, int rounds) throws IOException {
    PBEKeySpec spec = new PBEKeySpec(Passphrase.normalise(passphrase), salt, rounds, 256);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
      return new SecretKeySpec(key, "AES");
    } catch (GeneralSecurityException missing) {
      throw new IOException(missing);
    } finally {
      spec.clearPassword();
    }
  }

  private static GCMParameterSpec nonce(int number, boolean last) {
    byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putInt(number).putInt(last ? 1 : 0).array();
    return new GCMParameterSpec(TAG * Byte.SIZE, nonce);
  }

  private static byte[] cipher(
      int mode, SecretKeySpec key, byte[] header, int number, boolean last, byte[] data, int length)
      throws IOException {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, nonce(number, last));
      cipher.updateAAD(header);
      return cipher.doFinal(data, 0, length);
    } catch (AEADBadTagException changed) {
      throw new BackupFault(
          number == 0 ? "backup.passphrase" : "backup.damaged", "piece " + number);
    } catch (GeneralSecurityException impossible) {
      throw new IOException(impossible);
    }
  }

  private static final class Sealing extends OutputStream {
    private final DataOutputStream out;
    private final SecretKeySpec key;
    private final byte[] header;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int number;
    private boolean closed;

    Sealing(DataOutputStream out, SecretKeySpec key, byte[] header) {
      this.out = out;
      this.key = key;
      this.header = header;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
      int from = offset;
      int left = length;
      while (left > 0) {
        if (filled == PIECE) {
          piece(false);
        }
        int n = Math.min(left, PIECE - filled);
        System.arraycopy(data, from, piece, filled, n);
        filled += n;
        from += n;
        left -= n;
      }
    }

    private void piece(boolean last) throws IOException {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, header, number, last, piece, filled);
      out.writeInt(last ? -sealed.length : sealed.length);
      out.write(sealed);
      number = Math.incrementExact(number);
      filled = 0;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        piece(true);
        out.close();
      }
    }
  }

  private static final class Opening extends InputStream {
    private final DataInputStream in;
    private final SecretKeySpec key;
    private final byte[] header;
    private byte[] piece = {};
    private int read;
    private int number;
    private boolean last;

    Opening(DataInputStream in, SecretKeySpec key, byte[] header) {
      this.in = in;
      this.key = key;
      this.header = header;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (read == piece.length) {
        if (last) {
          return -1;
        }
        next();
      }
      int n = Math.min(length, piece.length - read);
      System.arraycopy(piece, read, buffer, offset, n);
      read += n;
      return n;
    }

    private void next() throws IOException {
      try {
        int written = in.readInt();
        last = written < 0;
        int length = Math.abs(written);
        if (length < TAG || length > PIECE + TAG) {
          throw new BackupFault("backup.damaged", "length of piece " + number);
        }
        byte[] sealed = new byte[length];
        in.readFully(sealed);
        piece = cipher(Cipher.DECRYPT_MODE, key, header, number, last, sealed, length);
        number = Math.incrementExact(number);
        read = 0;
      } catch (EOFException cut) {
        throw new BackupFault("backup.damaged", "cut off");
      }
      if (last && in.read() >= 0) {
        throw new BackupFault("backup.damaged", "something follows the end");
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
