package io.ballast.agent;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.signer.SocketSigner;
import io.ballast.act.wallet.web3j.KeystoreSigner;
import io.ballast.act.wallet.web3signer.Web3SignerClient;
import io.ballast.base.units.Address;

/** Opens the signer that a configuration names. */
public final class SignerSource {
    private SignerSource() {}

    /**
     * Opens a keystore, or asks the signer elsewhere whose key it holds.
     *
     * @throws io.ballast.act.wallet.KeystoreException if the keystore cannot be used
     * @throws SigningException if the signer elsewhere cannot
     */
    public static Signer open(AgentConfiguration config) {
        AgentSettings settings = config.settings();
        Address owner = settings.owner();
        long chainId = config.universe().chainId();
        return settings.signer()
                .map(place -> elsewhere(place, owner, chainId))
                .orElseGet(() -> keystore(settings, owner, chainId));
    }

    private static Signer elsewhere(SignerPlace place, Address owner, long chainId) {
        return place.socket()
                .<Signer>map(socket -> SocketSigner.open(socket, owner, chainId))
                .orElseGet(() -> Web3SignerClient.open(place.web3signer().orElseThrow(), owner, chainId));
    }

    private static Signer keystore(AgentSettings settings, Address owner, long chainId) {
        try (Secret passphrase = Secret.ofFile(settings.passphraseFile().orElseThrow())) {
            return KeystoreSigner.open(settings.keystore().orElseThrow(), passphrase, owner, chainId);
        }
    }
}
