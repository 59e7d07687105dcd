package org.gongkai.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@code deploy/local/token}: prints a token for the system of a data directory, alone on its line. */
public final class TokenCommand {

    private TokenCommand() {}

    /** The data directory, the role, and perhaps the organisation. */
    public static void main(String[] arguments) {
        if (arguments.length < 2 || arguments.length > 3 || !Tokens.ROLES.contains(arguments[1])) {
            System.err.println("usage: deploy/local/token ROLE [ORGANISATION] [--data DIR]; a role is one of "
                    + String.join(", ", Tokens.ROLES) + ".");
            System.exit(1);
        }
        Path keys = Path.of(arguments[0], "keys", "private.pem");
        if (!Files.exists(keys)) {
            System.err.println("There is no system in " + arguments[0] + "; start one with deploy/local/up.");
            System.exit(1);
        }
        System.out.println(Tokens.signedWith(keys).token(arguments[1], arguments.length > 2 ? arguments[2] : "*"));
    }
}
