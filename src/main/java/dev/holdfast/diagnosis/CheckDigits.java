package dev.holdfast.diagnosis;

/// Whether numbers are what they look like: those of cards and bank accounts carry digits that prove it.
final class CheckDigits {
    private static final int SHORTEST_ACCOUNT = 15;

    private CheckDigits() {}

    /// Luhn's rule: every second digit from the right is doubled, and the digits add up to a multiple of ten.
    static boolean areOfCard(String number) {
        int sum = 0;
        boolean doubled = false;
        for (int at = number.length() - 1; at >= 0; at--) {
            int digit = Character.digit(number.charAt(at), 10);
            if (digit >= 0) {
                sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
                doubled = !doubled;
            }
        }
        return sum % 10 == 0;
    }

    /// How much of `text`, from its beginning, is an IBAN; 0 when none of it is.
    static int accountLength(String text) {
        for (int length = text.length(); length >= SHORTEST_ACCOUNT; length--) {
            if (isAccount(text.substring(0, length).replace(" ", ""))) {
                return length;
            }
        }
        return 0;
    }

    /// The first four to the end, letters as numbers from 10: the rest of a division by 97 is 1.
    private static boolean isAccount(String account) {
        int rest = 0;
        for (int at = 0; at < account.length(); at++) {
            int digit = Character.digit(account.charAt((at + 4) % account.length()), 36);
            rest = (rest * (digit > 9 ? 100 : 10) + digit) % 97;
        }
        return rest == 1 && account.length() >= SHORTEST_ACCOUNT;
    }
}
