namespace Probe.Configuration;

/// <summary>Guesses what somebody meant to write.</summary>
internal static class NearestName
{
    /// <summary>The name that takes the fewest typing slips to become what was written, letter case aside.</summary>
    /// <returns>Null where none is near: more than a third of the letters would be wrong.</returns>
    public static string? Of(string written, IEnumerable<string> names)
    {
        string? nearest = null;
        int least = Math.Max(2, written.Length / 3) + 1;
        foreach (string name in names)
        {
            int slips = Slips(written.ToLowerInvariant(), name.ToLowerInvariant());
            if (slips < least && slips < name.Length)
                (nearest, least) = (name, slips);
        }

        return nearest;
    }

    // Optimal string alignment: letters added, left out, changed, or two neighbors swapped.
    private static int Slips(string from, string to)
    {
        int[,] slips = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
            slips[i, 0] = i;
        for (int j = 0; j <= to.Length; j++)
            slips[0, j] = j;
        for (int i = 1; i <= from.Length; i++)
        {
            for (int j = 1; j <= to.Length; j++)
            {
                int changed = slips[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                slips[i, j] = Math.Min(changed, 1 + Math.Min(slips[i - 1, j], slips[i, j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    slips[i, j] = Math.Min(slips[i, j], 1 + slips[i - 2, j - 2]);
            }
        }

        return slips[from.Length, to.Length];
    }
}
