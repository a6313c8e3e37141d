"""Everyday words by which languages in Latin letters are told from English, without accents.

None of them is an English word, a usual name or a usual slip; what is Spanish, too, stands in bot/safety/spanish.py as well.
"""

from __future__ import annotations

from collections.abc import Mapping

PORTUGUESE = frozenset(
    """nao voce voces estou tenho minha meu meus minhas muito muita gravida gravidez gestante semanas meses bebe nenem dor dores
    doendo sangue sangrando sangramento barriga peito cabeca perna febre respirar consigo conseguindo quero queria morrer matar
    ajuda socorro obrigada obrigado ola noite onde quanto custa fica quando como posso preciso gostaria marcar seguro segura
    agulha agulhas acupuntura ontem hoje agora desde mexe mexendo estourou rompeu filho filha marido esposa ele ela bateu bate
    mais porque sessao falam portugues sou isso sinto sentindo desmaiei desmaiou comprimidos tomei suicidio viver garganta lingua
    inchada inchado urinar dormente contracoes uma com para por mas convulsao parou vezes dias sao boa boas ligar podem meia
    perdendo avc namorado rosto torto medo aceitam doi""".split()
)
FRENCH = frozenset(
    """je suis jai cest mes une pas ne vous nous votre vos avec du qui quoi combien coute bonjour bonsoir merci enceinte saigne
    saigner saignement saignements ventre douleur douleurs bebe bouge bouger mourir envie veux peux respirer poitrine tete jambe
    fievre beaucoup semaines mois depuis hier aujourdhui maintenant aidez secours femme frappe eaux perdu perds voudrais
    prendre seance seances aiguilles aiguille parlez francais anglais quand elle etes ouvert rendez tuer vivre suicider gorge
    langue gonfle gonflee medicaments comprimes avale grossesse perdre uriner evanouie evanoui mari cette aussi trop tres jours
    dangereux sang bras ou et il est les mon dois faire copain visage plus au moi
    peur ai prenez rappelez evanouir bassin""".split()
)
VIETNAMESE = frozenset(
    """toi mang thai thang tuan chay mau nhieu khong duoc phai gi sao vay roi bung dau hong nguc kho minh qua muon chet thuoc uong
    ngo bao tien phong kham dia lich cham cuu xin chao goi ngat xiu giat nuoc thay hom bac benh vien tieng viet biet nguoi chong
    danh chan meo dot quy luoi lam bau sinh lieu co bi dang em chi cam noi vo rat phut mot xuat huyet nuot""".split()
)
"""Single syllables: many are names or words elsewhere, so half of a message must be of them."""
WORDS: Mapping[str, frozenset[str]] = {"pt": PORTUGUESE, "fr": FRENCH, "vi": VIETNAMESE}
ENGLISH = frozenset(
    """the and my is was i im ive its she he it of you are have has with for does what how where when am this that not be your we
    they need want feel get got can do at in to or if so after there just but been had will would should could about from
    hurt hurts pain""".split()
)
"""Words that tell of English, and hold against the others."""
