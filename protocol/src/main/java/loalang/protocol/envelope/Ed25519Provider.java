// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import java.security.Provider;
import java.security.Security;
import org.jose4j.jca.ProviderContext;
import org.jspecify.annotations.Nullable;

/**
 * Ed25519 for jose4j by Bouncy Castle's arithmetic instead of the platform's: where only the first
 * compiler runs, as on a pole, it needs a tenth of the time. Asked for by name alone, so that every
 * other signature of the process stays the platform's. ADR 97.
 */
final class Ed25519Provider extends Provider {
  private static final String NAME = "LoaEd25519";
  private static final long serialVersionUID = 1L;

  private Ed25519Provider() {
    super(NAME, "1", "Ed25519 by Bouncy Castle's arithmetic");
    putService(new Signatures(this));
  }

  /** Names this provider, which the platform knows from now on; any thread, any number of times. */
  static ProviderContext context() {
    Security.addProvider(new Ed25519Provider()); // the second of a name is not taken
    ProviderContext context = new ProviderContext();
    context.getSuppliedKeyProviderContext().setSignatureProvider(NAME);
    return context;
  }

  private static final class Signatures extends Service {
    Signatures(Provider provider) {
      super(provider, "Signature", "EdDSA", Ed25519Signature.class.getName(), null, null);
    }

    @Override
    public Object newInstance(@Nullable Object parameter) {
      return new Ed25519Signature();
    }
  }
}
