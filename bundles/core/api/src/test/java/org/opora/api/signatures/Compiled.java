package org.opora.api.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The contracts as they were compiled: what a module could compile against. */
final class Compiled extends ClassVisitor {
  private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
  private static final String VERSION = "Lorg/osgi/annotation/versioning/Version;";
  private static final String CONSUMER = "Lorg/osgi/annotation/versioning/ConsumerType;";
  private static final String PROVIDER = "Lorg/osgi/annotation/versioning/ProviderType;";

  private final SortedMap<String, Contract> contracts;
  private String type;
  private String line;
  private boolean seen;
  private boolean consumer;

  private Compiled(SortedMap<String, Contract> contracts) {
    super(Opcodes.ASM9);
    this.contracts = contracts;
  }

  /** Everything below this folder of classes, by package. */
  static SortedMap<String, Contract> in(Path classes) throws IOException {
    SortedMap<String, Contract> contracts = Contract.none();
    // The version of a package is read before its types.
    for (boolean versions : new boolean[] {true, false}) {
      try (Stream<Path> files = Files.walk(classes)) {
        files
            .filter(file -> file.toString().endsWith(".class"))
            .filter(file -> file.endsWith("package-info.class") == versions)
            .sorted()
            .forEach(file -> read(file, contracts));
      }
    }
    return contracts;
  }

  private static void read(Path file, SortedMap<String, Contract> contracts) {
    try {
      new ClassReader(Files.readAllBytes(file)).accept(new Compiled(contracts), SKIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final int SKIPPED =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    type = name;
    seen = (access & Opcodes.ACC_PUBLIC) != 0 && !name.endsWith("package-info");
    line = kind(access, superName) + above(superName, interfaces);
  }

  /** A nested type is as visible as it says itself, not as its class file does. */
  @Override
  public void visitInnerClass(String name, String outer, String inner, int access) {
    if (name.equals(type) && (access & VISIBLE) == 0) {
      seen = false;
    }
  }

  private static String kind(int access, String superName) {
    if ((access & Opcodes.ACC_INTERFACE) != 0) {
      return "interface";
    }
    String kind = "java/lang/Record".equals(superName) ? "record" : "class";
    if ((access & Opcodes.ACC_ENUM) != 0) {
      kind = "enum";
    }
    return (access & Opcodes.ACC_FINAL) != 0 && "class".equals(kind) ? "final class" : kind;
  }

  private static String above(String superName, String[] interfaces) {
    List<String> all =
        Stream.concat(Stream.ofNullable(superName), Arrays.stream(interfaces))
            .filter(one -> !one.startsWith("java/lang/"))
            .map(Compiled::brief)
            .sorted()
            .toList();
    return all.isEmpty() ? "" : " of " + String.join(", ", all);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    if (VERSION.equals(descriptor)) {
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String name, Object value) {
          contracts.put(packageOf(type), new Contract((String) value));
        }
      };
    }
    if (CONSUMER.equals(descriptor)) {
      consumer = true;
      line += " for consumers";
    } else if (PROVIDER.equals(descriptor)) {
      line += " for providers";
    }
    return null;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    if ((access & VISIBLE) != 0) {
      add("." + name + ": " + brief(Type.getType(descriptor)) + constant(access, value));
    }
    return null;
  }

  /** A constant is copied into whoever compiles against it. */
  private static String constant(int access, Object value) {
    return (access & Opcodes.ACC_STATIC) == 0 || value == null ? "" : " = " + shown(value);
  }

  /** On one line, with spaces at its ends to be seen. */
  private static String shown(Object value) {
    return value instanceof String text
        ? '"' + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + '"'
        : value.toString();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if ((access & VISIBLE) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0 && !goesWithout(name)) {
      String parameters =
          Arrays.stream(Type.getArgumentTypes(descriptor))
              .map(Compiled::brief)
              .collect(Collectors.joining(", "));
      String said =
          ((access & Opcodes.ACC_STATIC) == 0 ? "." : "::")
              + name
              + "("
              + parameters
              + "): "
              + brief(Type.getReturnType(descriptor));
      boolean written = consumer && (access & Opcodes.ACC_ABSTRACT) != 0;
      add(written ? Contract.toImplement(said) : said);
    }
    return null;
  }

  /** What every record and every enumeration has. */
  private static boolean goesWithout(String name) {
    return Set.of("equals", "hashCode", "toString", "values", "valueOf").contains(name);
  }

  @Override
  public void visitEnd() {
    add(": " + line);
  }

  private void add(String said) {
    if (seen) {
      contracts
          .computeIfAbsent(packageOf(type), none -> new Contract("0.0.0"))
          .lines()
          .add(brief(type) + said);
    }
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('/')).replace('/', '.');
  }

  private static String brief(Type type) {
    return switch (type.getSort()) {
      case Type.ARRAY -> brief(type.getElementType()) + "[]";
      case Type.OBJECT -> brief(type.getInternalName());
      default -> type.getClassName();
    };
  }

  /** Without the package, which hardly ever tells anything: two of one name would show it. */
  private static String brief(String name) {
    return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
  }
}
