package dev.holdfast.diagnosis;

import java.util.BitSet;

/// Tells from a word where a secret may begin that the word belongs to. Each looks a bounded way back or ahead.
@FunctionalInterface
interface Lead {
    /// The secret begins with the word.
    Lead WORD = (_, word, starts) -> starts.set(word);
    /// The same, where the word is not the end of a longer one.
    Lead OWN_WORD = (text, word, starts) -> {
        if (word == 0 || !isLetter(text.charAt(word - 1))) {
            starts.set(word);
        }
    };
    /// The word is the `@` of a mail address.
    Lead MAIL = Lead::mail;
    /// The word is the first digit of a card's number.
    Lead CARD = Lead::card;
    /// The word is the first digit of an account's number, behind the two letters of the country.
    Lead ACCOUNT = Lead::account;

    /// Marks in `starts` where a secret may begin, given that a word begins at `word`.
    void mark(String text, int word, BitSet starts);

    /// The word is the `@` behind a name and a password.
    ///
    /// @param between what stands between the two
    /// @param stops what the password cannot have
    /// @param inName the signs that the name can have
    /// @param notBefore the signs before which the name cannot begin
    static Lead password(char between, String stops, String inName, String notBefore) {
        return (text, word, starts) -> {
            int value = word;
            while (value > 0 && word - value <= 200 && !stops(text.charAt(value - 1), stops)) {
                value--;
            }
            if (value == word || value == 0 || text.charAt(value - 1) != between) {
                return;
            }
            for (int at = value - 2; at >= 0 && value - 1 - at <= 80 && isIn(text.charAt(at), inName); at--) {
                if (at == 0 || !isIn(text.charAt(at - 1), notBefore)) {
                    starts.set(at);
                }
            }
        };
    }

    private static boolean stops(char letter, String stops) {
        return letter <= ' ' || stops.indexOf(letter) >= 0;
    }

    private static boolean isIn(char letter, String signs) {
        return isLetter(letter) || isDigit(letter) || letter == '_' || signs.indexOf(letter) >= 0;
    }

    private static void mail(String text, int word, BitSet starts) {
        int at = word;
        while (at > 0 && word - at <= 128 && isOfMail(text.codePointBefore(at))) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        if (at < word) {
            starts.set(at);
        }
    }

    private static boolean isOfMail(int letter) {
        return switch (Character.getType(letter)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(letter) || "._%+-".indexOf(letter) >= 0;
        };
    }

    private static void card(String text, int word, BitSet starts) {
        if (word > 0 && isIn(text.charAt(word - 1), ".-")) {
            return;
        }
        int digits = 1;
        int at = word + 1;
        while (digits < 13 && at < text.length()) {
            boolean isSpaced = text.charAt(at) == ' ' || text.charAt(at) == '-';
            at += isSpaced ? 2 : 1;
            if (at > text.length() || !isDigit(text.charAt(at - 1))) {
                return;
            }
            digits++;
        }
        if (digits == 13) {
            starts.set(word);
        }
    }

    private static void account(String text, int word, BitSet starts) {
        boolean isCountry = word > 1 && isCapital(text.charAt(word - 1)) && isCapital(text.charAt(word - 2));
        if (isCountry && word + 1 < text.length() && isDigit(text.charAt(word + 1))) {
            starts.set(word - 2);
        }
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isLetter(char letter) {
        return isCapital(letter) || (letter >= 'a' && letter <= 'z');
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
