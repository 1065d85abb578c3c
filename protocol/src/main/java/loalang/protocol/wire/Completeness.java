// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a message leaves out: Jackson fills an absent member with null and says nothing. */
final class Completeness {
  /** Asking a class for its components is slow, and a commune's messages are of few classes. */
  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
      };

  private Completeness() {}

  private record Part(String name, Method accessor, boolean isOptional) {
    static Part of(RecordComponent component) {
      return new Part(
          component.getName(),
          component.getAccessor(),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    @Nullable Object of(Record message) {
      try {
        return accessor.invoke(message);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(accessor + " of a message cannot be read.", e);
      }
    }
  }

  /** The first component that is null though its type does not allow it, as a path. */
  static Optional<String> firstMissing(Record message) {
    for (Part part : PARTS.get(message.getClass())) {
      Object value = part.of(message);
      if (value == null && !part.isOptional()) {
        return Optional.of(part.name());
      }
      Optional<String> missing = inside(value).map(name -> part.name() + "." + name);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inside(@Nullable Object value) {
    if (value instanceof Record inner) {
      return firstMissing(inner);
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(Completeness::inside).flatMap(Optional::stream).findFirst();
    }
    return Optional.empty();
  }
}
